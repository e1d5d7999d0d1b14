package netsight.async.its.checkpoint;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.GenericType;
import java.util.List;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.its.Steps;

/** Sets the checkpoints that the test says, and tells what it reads. */
@Path("checkpoint")
public class CheckpointTask {
    /** Where a run may be. */
    public record Place(String file, int row) {}

    @Inject
    private AsyncProcess process;

    @POST
    @Background
    public String run(@FormParam("name") String name) throws Exception {
        process.message("begun with " + process.lastCheckpoint(Place.class));
        while (true) {
            String[] step = Steps.next(name).split(" ", 2);
            switch (step[0]) {
                case "row" -> {
                    process.checkpoint(new Place("Žluťoučký \"kůň\".csv", Integer.parseInt(step[1])));
                    process.message(String.valueOf(process.lastCheckpoint(Place.class)));
                }
                case "rows" -> {
                    process.checkpoint(List.of(new Place("a", 1), new Place("b", 2)));
                    process.message(String.valueOf(process.lastCheckpoint(new GenericType<List<Place>>() {})));
                }
                case "none" -> {
                    process.checkpoint(null);
                    process.message("now " + process.lastCheckpoint(Place.class));
                }
                case "length" -> process.message(taken("x".repeat(Integer.parseInt(step[1]) - 2)));
                default -> {
                    return step[1];
                }
            }
        }
    }

    private String taken(String value) {
        try {
            process.checkpoint(value);
            return "taken " + process.lastCheckpoint(String.class).orElseThrow().length();
        } catch (IllegalArgumentException e) {
            return "refused: " + e.getMessage();
        }
    }

    @GET
    @Path("outside")
    public String outside() {
        process.checkpoint(new Place("nowhere", 1));
        return process.lastCheckpoint(Place.class) + " " + process.lastCheckpoint(new GenericType<List<Place>>() {});
    }
}
