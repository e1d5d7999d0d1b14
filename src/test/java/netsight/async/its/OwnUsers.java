package netsight.async.its;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;

/** The application's own users, whose passwords are their names. */
@BasicAuthenticationMechanismDefinition(realmName = "own users")
@DeclareRoles({"clerk", "netsight-async-admin"})
@ApplicationScoped
public class OwnUsers implements IdentityStore {
    private static final Map<String, String> ROLES =
            Map.of("anna", "clerk", "ben", "clerk", "boss", "netsight-async-admin");

    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        String name = credential.getCaller();
        return ROLES.containsKey(name) && credential.compareTo(name, name)
                ? new CredentialValidationResult(name, Set.of(ROLES.get(name)))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
