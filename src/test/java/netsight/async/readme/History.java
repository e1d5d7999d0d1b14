package netsight.async.readme;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;

// tag::checkpoint[]
@Path("history")
@Background(restart = true)
public class History extends BaseAsyncResource {
    public record Place(int next, long total) {}

    @Inject
    private Sales sales;

    @Override
    protected Object run(AsyncProcess process) {
        Place place = process.lastCheckpoint(Place.class).orElse(new Place(2000, 0));
        while (place.next() <= 2025) {
            place = new Place(place.next() + 1, place.total() + sales.total(place.next()));
            process.checkpoint(place); // the years before need not be summed up again
        }
        return "Sold since 2000: " + place.total();
    }
}
// end::checkpoint[]
