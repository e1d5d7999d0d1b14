/** Copies a request that is to run in the background, has it stored and dispatched, and answers 303 or 202. */
package netsight.async.internal.capture;
