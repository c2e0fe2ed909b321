/** The beans of the read side. Imported by nobody. */
package daybook.projections.wiring;
