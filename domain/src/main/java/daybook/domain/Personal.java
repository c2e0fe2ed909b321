// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

/** A sealed value that folds may open: names, addresses, numbers of people and their devices. */
public record Personal(Sealed sealed) {}
