package netsight.async.internal.fetch;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What {@link StatusJson} writes, for MicroProfile OpenAPI; never loaded where that is absent. */
@Schema(
        name = "ProcessStatus",
        requiredProperties = {"id", "status"})
record StatusSchema(
        @Schema(pattern = "^[0-9a-f]{32}$", examples = "5b1f0c7e9d3a4f62806e2c5d41a7b938") String id,
        @Schema(description = "What runs", examples = "MonthlyReport") String kind,
        @Schema(enumeration = {"accepted", "running", "succeeded", "failed", "canceled"}) String status,
        @Schema(enumeration = {"queued", "resuming", "canceling"}) String detail,
        @Schema(description = "Percent; absent while nothing is known", minimum = "0", maximum = "100") Double progress,
        @Schema(description = "How much is done, in units; absent if nothing is counted") Long current,
        @Schema(description = "How much there is to do, in units") Long total,
        @Schema(examples = "rows") String unit,
        @Schema(description = "What is being done", examples = "Writing rows") String message,
        @Schema(description = "Until the end, by the progress of late; absent while that cannot be told")
                Long etaSeconds,
        @Schema(description = "How often the process was begun") Integer attempt,
        Boolean cancelable,
        Instant created,
        Instant started,
        Instant updated,
        Instant finished,
        @Schema(description = "Until when the result is kept") Instant expires,
        @Schema(type = SchemaType.STRING, format = "uri", description = "The result, once it has succeeded")
                String resourceLocation,
        @Schema(type = SchemaType.STRING, format = "uri", description = "What it has logged; absent if nothing")
                String log,
        Fault error) {

    static final String RUNNING =
            """
            {"id": "5b1f0c7e9d3a4f62806e2c5d41a7b938", "kind": "MonthlyReport", "status": "running",
             "progress": 13.1, "current": 32500, "total": 248494, "unit": "rows", "message": "Writing rows",
             "etaSeconds": 95, "attempt": 1, "cancelable": true, "created": "2026-11-23T18:00:00Z",
             "started": "2026-11-23T18:00:01Z", "updated": "2026-11-23T18:00:15Z"}""";

    static final String CANCELING =
            """
            {"id": "5b1f0c7e9d3a4f62806e2c5d41a7b938", "kind": "MonthlyReport", "status": "running", "detail": "canceling",
             "progress": 13.1, "current": 32500, "total": 248494, "unit": "rows", "message": "Writing rows",
             "etaSeconds": 95, "attempt": 1, "cancelable": false, "created": "2026-11-23T18:00:00Z",
             "started": "2026-11-23T18:00:01Z", "updated": "2026-11-23T18:00:15Z"}""";

    static final String SUCCEEDED =
            """
            {"id": "5b1f0c7e9d3a4f62806e2c5d41a7b938", "kind": "MonthlyReport", "status": "succeeded",
             "progress": 100, "attempt": 1, "cancelable": true, "created": "2026-11-23T18:00:00Z",
             "started": "2026-11-23T18:00:01Z", "updated": "2026-11-23T18:01:50Z",
             "finished": "2026-11-23T18:01:50Z", "expires": "2026-11-24T18:01:50Z",
             "resourceLocation":
               "https://example.com/app/api/processes/5b1f0c7e9d3a4f62806e2c5d41a7b938/result"}""";

    static final String FAILED =
            """
            {"id": "5b1f0c7e9d3a4f62806e2c5d41a7b938", "kind": "MonthlyReport", "status": "failed",
             "progress": 13.1, "attempt": 1, "cancelable": true, "created": "2026-11-23T18:00:00Z",
             "started": "2026-11-23T18:00:01Z", "updated": "2026-11-23T18:00:15Z",
             "finished": "2026-11-23T18:00:15Z",
             "error": {"code": "ProcessDied", "message": "The process died: it left no response"}}""";

    static final String UNKNOWN =
            """
            {"id": "5b1f0c7e9d3a4f62806e2c5d41a7b938", "status": "failed",
             "error": {"code": "NoSuchProcess", "message": "There is no such process"}}""";

    static final String LAST_EVENT =
            """
            event: done
            id: 1-7
            retry: 2000
            data: {"id":"5b1f0c7e9d3a4f62806e2c5d41a7b938","kind":"MonthlyReport","status":"succeeded"}

            """;

    @Schema(name = "ProcessError")
    record Fault(
            @Schema(examples = "ProcessDied") String code,
            @Schema(examples = "The process died: it left no response") String message) {}

    @Schema(name = "ProcessList", requiredProperties = "processes")
    record Page(
            StatusSchema[] processes,
            @Schema(format = "uri", description = "The next page, if there is one") String next) {}
}
