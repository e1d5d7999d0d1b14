package netsight.async.readme;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

// tag::orders[]
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
public class Orders extends BaseAsyncResource {
    public record Order(String item, int pieces) {}

    @Override
    protected Object run(AsyncProcess process) {
        List<Order> orders = body(new GenericType<List<Order>>() {});
        return Map.of("pieces", orders.stream().mapToInt(Order::pieces).sum());
    }
}
// end::orders[]
