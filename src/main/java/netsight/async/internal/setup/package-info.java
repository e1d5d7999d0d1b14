/** The CDI extension and what everything else is configured by: settings, texts, log messages. */
package netsight.async.internal.setup;
