package netsight.async.its.caller;

import org.jboss.as.arquillian.api.ServerSetupTask;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.dmr.ModelNode;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The security domain {@code callers}: alice is a clerk, bob is nobody; each has the name as password. */
public class SecurityDomain implements ServerSetupTask {
    static final String NAME = "callers";

    private static final StringAsset WEB_XML = new StringAsset(
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <context-param>
                <param-name>resteasy.role.based.security</param-name>
                <param-value>true</param-value>
              </context-param>
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>all</web-resource-name>
                  <url-pattern>/*</url-pattern>
                </web-resource-collection>
                <auth-constraint>
                  <role-name>**</role-name>
                </auth-constraint>
              </security-constraint>
              <login-config>
                <auth-method>BASIC</auth-method>
              </login-config>
              <security-role>
                <role-name>clerk</role-name>
              </security-role>
            </web-app>
            """);
    private static final StringAsset JBOSS_WEB_XML =
            new StringAsset("<jboss-web><security-domain>" + NAME + "</security-domain></jboss-web>");

    /** Lets only those in who log in. */
    static WebArchive of(WebArchive war) {
        return war.addAsWebInfResource(WEB_XML, "web.xml").addAsWebInfResource(JBOSS_WEB_XML, "jboss-web.xml");
    }

    @Override
    public void setup(ManagementClient client, String container) throws Exception {
        ModelNode realm = operation("add", "subsystem", "elytron", "filesystem-realm", NAME);
        realm.get("path").set(NAME);
        realm.get("relative-to").set("jboss.server.data.dir");
        execute(client, realm);
        identity(client, "alice", "clerk");
        identity(client, "bob", "guest");
        ModelNode domain = operation("add", "subsystem", "elytron", "security-domain", NAME);
        domain.get("default-realm").set(NAME);
        domain.get("permission-mapper").set("default-permission-mapper");
        domain.get("realms").add().get("realm").set(NAME);
        execute(client, domain);
        for (String subsystem : new String[] {"undertow", "ejb3"}) {
            ModelNode mapping = operation("add", "subsystem", subsystem, "application-security-domain", NAME);
            mapping.get("security-domain").set(NAME);
            execute(client, mapping);
        }
    }

    private static void identity(ManagementClient client, String name, String role) throws Exception {
        ModelNode realm = operation("add-identity", "subsystem", "elytron", "filesystem-realm", NAME);
        realm.get("identity").set(name);
        execute(client, realm);
        ModelNode password = operation("set-password", "subsystem", "elytron", "filesystem-realm", NAME);
        password.get("identity").set(name);
        password.get("clear", "password").set(name);
        execute(client, password);
        ModelNode attribute = operation("add-identity-attribute", "subsystem", "elytron", "filesystem-realm", NAME);
        attribute.get("identity").set(name);
        attribute.get("name").set("Roles");
        attribute.get("value").add(role);
        execute(client, attribute);
    }

    private static ModelNode operation(String name, String... address) {
        ModelNode operation = new ModelNode();
        operation.get("operation").set(name);
        for (int i = 0; i < address.length; i += 2) {
            operation.get("address").add(address[i], address[i + 1]);
        }
        return operation;
    }

    private static void execute(ManagementClient client, ModelNode operation) throws Exception {
        ModelNode outcome = client.getControllerClient().execute(operation);
        if (!"success".equals(outcome.get("outcome").asString())) {
            throw new IllegalStateException(operation + ": " + outcome.get("failure-description"));
        }
    }

    @Override
    public void tearDown(ManagementClient client, String container) throws Exception {
        for (String subsystem : new String[] {"undertow", "ejb3"}) {
            remove(client, operation("remove", "subsystem", subsystem, "application-security-domain", NAME));
        }
        remove(client, operation("remove", "subsystem", "elytron", "security-domain", NAME));
        for (String identity : new String[] {"alice", "bob"}) {
            // the realm's files would stay
            ModelNode removal = operation("remove-identity", "subsystem", "elytron", "filesystem-realm", NAME);
            removal.get("identity").set(identity);
            execute(client, removal);
        }
        remove(client, operation("remove", "subsystem", "elytron", "filesystem-realm", NAME));
    }

    private static void remove(ManagementClient client, ModelNode operation) throws Exception {
        operation.get("operation-headers", "allow-resource-service-restart").set(true);
        execute(client, operation);
    }
}
