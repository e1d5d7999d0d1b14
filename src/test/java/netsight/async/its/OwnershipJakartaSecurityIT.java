package netsight.async.its;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Callers are known to the application alone, by the annotations of Jakarta Security. */
class OwnershipJakartaSecurityIT extends OwnershipRules {
    @Deployment(testable = false)
    static WebArchive war() {
        // WildFly would else want the server to know the callers, too
        StringAsset domain =
                new StringAsset("<jboss-web><security-domain>jakarta-security</security-domain></jboss-web>");
        return Archives.war(Api.class, OwnUsers.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class)
                .addAsWebInfResource(domain, "jboss-web.xml");
    }
}
