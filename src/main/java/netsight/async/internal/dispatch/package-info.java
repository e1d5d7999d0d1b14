/** Hands processes to the managed executor, after they are stored; and starts and stops the whole with the application. */
package netsight.async.internal.dispatch;
