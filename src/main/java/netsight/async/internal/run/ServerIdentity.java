package netsight.async.internal.run;

import java.util.concurrent.Callable;
import netsight.async.internal.store.Caller;

/** Makes a run's caller known to the server: to EJBs, and as the injected Principal. */
interface ServerIdentity {

    <T> T call(Caller caller, Callable<T> body) throws Exception;

    /** Where this server's way is not known, the caller is known to JAX-RS alone. */
    static ServerIdentity load() {
        ClassLoader loader = ServerIdentity.class.getClassLoader();
        boolean elytron = loader.getResource("org/wildfly/security/auth/server/SecurityDomain.class") != null;
        return elytron ? new ElytronIdentity() : ServerIdentity::callAsIs;
    }

    private static <T> T callAsIs(Caller caller, Callable<T> body) throws Exception {
        return body.call();
    }
}
