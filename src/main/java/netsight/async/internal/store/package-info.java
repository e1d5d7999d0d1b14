/** Processes in the database: one row each, large bodies in chunks. Knows nobody; no query leaves it. */
package netsight.async.internal.store;
