/**
 * Requests that run in the background: extend {@link netsight.async.BaseAsyncResource}, or annotate a resource method
 * {@link netsight.async.Background @Background}.
 *
 * <p>A process is a stored request. It is captured, stored, dispatched, run by dispatching it again through JAX-RS, and
 * the response is stored to be fetched.
 */
package netsight.async;
