/** What simulated devices are held to, without a server. */
package daybook.ops.simulator;
