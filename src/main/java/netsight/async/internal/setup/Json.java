package netsight.async.internal.setup;

import jakarta.json.spi.JsonProvider;

/** The server's JSON provider, looked up once: {@code jakarta.json.Json} looks through all of the WAR's jars at every call. */
public final class Json {
    public static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}
}
