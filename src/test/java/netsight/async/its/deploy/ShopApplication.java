package netsight.async.its.deploy;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its classes, and none of the library's. */
@ApplicationPath("shop")
public class ShopApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Shared.class, Order.class);
    }
}
