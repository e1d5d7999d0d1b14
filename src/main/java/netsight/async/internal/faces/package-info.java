/**
 * Lets a Faces bean run in the background: its input values are stored as the body of a request to a resource of ours, whose
 * run sets them on a bean of the same class and calls it.
 */
package netsight.async.internal.faces;
