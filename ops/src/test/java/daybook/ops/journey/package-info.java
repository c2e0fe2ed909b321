/** Long stories, told by simulated devices over HTTP to a whole Daybook. Start at JourneyTest. */
package daybook.ops.journey;
