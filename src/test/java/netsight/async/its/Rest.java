package netsight.async.its;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The JAX-RS application of most tests: all resources of its WAR, at {@code /api}. */
@ApplicationPath("api")
public class Rest extends Application {}
