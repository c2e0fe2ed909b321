/**
 * Pages for people, rendered on the server. They read through the views' read ports and send
 * nothing but intents.
 *
 * <p>Start at {@link daybook.ui.device.DevicePages}. Imported by nobody.
 */
package daybook.ui;
