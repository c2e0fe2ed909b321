// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store;

import java.util.List;
import java.util.regex.Pattern;

/** One view in one place, all others in another. */
public final class SplitViewStores implements ViewStores {
  private final Pattern generation;
  private final ViewStores itsPlace;
  private final ViewStores others;

  /**
   * @param view the name of the view that lies in {@code itsPlace}
   */
  public SplitViewStores(String view, ViewStores itsPlace, ViewStores others) {
    this.generation = Pattern.compile(Pattern.quote(view) + "(-v\\d+(-r\\d+)?)?");
    this.itsPlace = itsPlace;
    this.others = others;
  }

  private ViewStores of(String viewOrGeneration) {
    return generation.matcher(viewOrGeneration).matches() ? itsPlace : others;
  }

  @Override
  public List<String> generations(String view) {
    return of(view).generations(view);
  }

  @Override
  public ViewStore open(String generationToOpen, List<Column> columns) {
    return of(generationToOpen).open(generationToOpen, columns);
  }

  @Override
  public boolean hasColumns(String generationToAsk, List<Column> columns) {
    return of(generationToAsk).hasColumns(generationToAsk, columns);
  }

  @Override
  public void delete(String generationToDelete) {
    of(generationToDelete).delete(generationToDelete);
  }
}
