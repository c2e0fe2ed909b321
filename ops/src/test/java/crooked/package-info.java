/** A house in which every rule is broken once, so that each can be seen to fail. */
package crooked;
