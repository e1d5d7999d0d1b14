package netsight.async.internal.store;

import java.util.Set;

/**
 * Who started a process.
 *
 * @param name null for somebody anonymous
 */
public record Caller(String name, Set<String> roles) {}
