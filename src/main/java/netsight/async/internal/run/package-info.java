/** Runs a process: claims it, restores caller and scope, dispatches the stored request again through JAX-RS, records the end. */
package netsight.async.internal.run;
