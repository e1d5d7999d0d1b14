package netsight.async.its;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The JAX-RS application of the tests. */
@ApplicationPath("api")
public class Api extends Application {}
