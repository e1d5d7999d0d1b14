/** What is asked about a process: its page, its status, its result. */
package netsight.async.internal.fetch;
