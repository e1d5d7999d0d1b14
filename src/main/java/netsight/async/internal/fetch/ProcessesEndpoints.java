package netsight.async.internal.fetch;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * {@code /processes} as JAX-RS and MicroProfile OpenAPI read it. It has no {@code @Path}: JAX-RS is told by the engine where it
 * is, OpenAPI by {@code META-INF/microprofile-config.properties}. Annotations that the server does not have are not seen.
 */
interface ProcessesEndpoints {
    String JSON = "application/json";
    String PROBLEM = "application/problem+json";
    String EVENTS = "text/event-stream";

    @GET
    @Operation(summary = "Lists the caller's processes, newest first")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            schema = @Schema(enumeration = {"accepted", "running", "succeeded", "failed", "canceled"}))
    @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "Where the next page begins: see next",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "A page of processes",
            content = {
                @Content(
                        mediaType = JSON,
                        schema = @Schema(implementation = StatusSchema.Page.class),
                        examples =
                                @ExampleObject(
                                        name = "one",
                                        value = "{\"processes\": [" + StatusSchema.RUNNING + "]}")),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "400",
            description = "A parameter cannot be read",
            content = @Content(mediaType = PROBLEM))
    Response list();

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    Response change(@FormParam("cancel") String cancel, @FormParam("delete") String delete);

    @GET
    @Path("{id}")
    @Produces({"application/json;qs=1", "text/html;qs=0.9", "*/*;qs=0.1"})
    @Operation(summary = "Tells how a process is doing, once or as server-sent events")
    @Parameter(
            name = "Prefer",
            in = ParameterIn.HEADER,
            description = "wait=N: answer when the status changes, in N seconds at the latest",
            example = "wait=30",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "If-None-Match", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "Last-Event-ID",
            in = ParameterIn.HEADER,
            description = "Of server-sent events: the last one seen",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The status",
            headers = {
                @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Retry-After",
                        description = "Seconds; while it has not finished",
                        schema = @Schema(type = SchemaType.INTEGER))
            },
            content = {
                @Content(
                        mediaType = JSON,
                        schema = @Schema(implementation = StatusSchema.class),
                        examples = {
                            @ExampleObject(name = "running", value = StatusSchema.RUNNING),
                            @ExampleObject(name = "succeeded", value = StatusSchema.SUCCEEDED),
                            @ExampleObject(name = "failed", value = StatusSchema.FAILED)
                        }),
                @Content(
                        mediaType = EVENTS,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "done", value = StatusSchema.LAST_EVENT)),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "204", description = "To a client of server-sent events that has seen the last one")
    @APIResponse(responseCode = "304", description = "Nothing has changed")
    @APIResponse(
            responseCode = "404",
            description = "There is no such process, or it is another caller's",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = StatusSchema.class),
                            examples = @ExampleObject(name = "unknown", value = StatusSchema.UNKNOWN)))
    @APIResponse(
            responseCode = "410",
            description = "The result was collected or has expired",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = StatusSchema.class)))
    Response status(@PathParam("id") String id);

    @GET
    @Path("{id}")
    @Produces(EVENTS + ";qs=0.5")
    @Operation(hidden = true)
    void events(
            @PathParam("id") String id,
            @HeaderParam("Last-Event-ID") String last,
            @Context SseEventSink sink,
            @Context Sse sse);

    @DELETE
    @Path("{id}")
    @Operation(summary = "Cancels a process, or removes one that has finished")
    @APIResponse(
            responseCode = "200",
            description = "It had not started and is canceled",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = StatusSchema.class)))
    @APIResponse(
            responseCode = "202",
            description = "It runs and was asked to stop",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = StatusSchema.class),
                            examples = @ExampleObject(name = "canceling", value = StatusSchema.CANCELING)))
    @APIResponse(responseCode = "204", description = "It had finished: record and result are removed")
    @APIResponse(
            responseCode = "404",
            description = "There is no such process, or it is another caller's",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = StatusSchema.class)))
    @APIResponse(
            responseCode = "409",
            description = "It runs and cannot be canceled",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = StatusSchema.class)))
    Response cancel(@PathParam("id") String id);

    @POST
    @Path("{id}/cancel")
    @Operation(
            summary = "Cancels a process that has not finished",
            description = "Unlike DELETE it leaves alone what has finished meanwhile, and a form can do it")
    @APIResponse(
            responseCode = "200",
            description = "It has ended, or had not started and is canceled",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = StatusSchema.class)))
    @APIResponse(
            responseCode = "202",
            description = "It runs and was asked to stop",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = StatusSchema.class)))
    @APIResponse(responseCode = "303", description = "To a browser: the page of the process")
    @APIResponse(
            responseCode = "404",
            description = "There is no such process, or it is another caller's",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = StatusSchema.class)))
    @APIResponse(
            responseCode = "409",
            description = "It runs and cannot be canceled",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = StatusSchema.class)))
    Response cancelByForm(@PathParam("id") String id);

    @GET
    @Path("{id}/result")
    @Operation(summary = "Fetches the response that the process left: its status, its headers, its body")
    @APIResponse(
            responseCode = "200",
            description = "The stored response; its status is what the run made it",
            content = @Content(mediaType = "*/*"))
    @APIResponse(
            responseCode = "202",
            description = "Not finished",
            headers = @Header(name = "Retry-After", schema = @Schema(type = SchemaType.INTEGER)),
            content = @Content(mediaType = JSON, schema = @Schema(implementation = StatusSchema.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such process, or it is another caller's",
            content = @Content(mediaType = PROBLEM))
    @APIResponse(
            responseCode = "409",
            description = "The process was canceled",
            content = @Content(mediaType = PROBLEM))
    @APIResponse(
            responseCode = "410",
            description = "The result was collected or has expired",
            content = @Content(mediaType = PROBLEM))
    @APIResponse(responseCode = "500", description = "The process died", content = @Content(mediaType = PROBLEM))
    Response result(@PathParam("id") String id);

    @GET
    @Path("{id}/log")
    @Operation(summary = "Fetches the last lines that the process has logged")
    @APIResponse(
            responseCode = "200",
            description = "Lines of a time and a text; none if nothing was logged",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such process, or it is another caller's",
            content = @Content(mediaType = PROBLEM))
    @APIResponse(responseCode = "410", description = "It went with the result", content = @Content(mediaType = PROBLEM))
    Response log(@PathParam("id") String id);

    @GET
    @Path("assets/{file}")
    @Operation(hidden = true)
    Response asset(@PathParam("file") String file);

    @GET
    @Path("assets/texts.json")
    @Operation(hidden = true)
    Response texts(@QueryParam("lang") String lang);
}
