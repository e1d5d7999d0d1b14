package netsight.async.internal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** What differs from server to server, as beans: they go with the application. */
@ApplicationScoped
class ServerRuntime {
    @Produces
    @ApplicationScoped
    JaxrsEngine engine() {
        return JaxrsEngine.load();
    }

    @Produces
    @ApplicationScoped
    ServerIdentity identity() {
        return ServerIdentity.load();
    }

    @Produces
    @ApplicationScoped
    RequestScope scope() {
        return RequestScope.load();
    }
}
