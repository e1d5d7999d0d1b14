package netsight.async.its;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Callers are users of the server. */
class OwnershipElytronIT extends OwnershipRules {
    @Deployment(testable = false)
    static WebArchive war() {
        return Archives.war(Api.class, SteppedTask.class, SteppedTask.SecretFailure.class, Steps.class)
                .addAsWebInfResource("netsight/async/its/secured-web.xml", "web.xml");
    }
}
