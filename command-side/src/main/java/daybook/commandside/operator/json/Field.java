// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * One field of a JSON object: how it is read, and what the answer to {@code OPTIONS} tells of it. A
 * new one must be there and not null. Immutable.
 */
public final class Field<T> {
  private static final int LONG = 64 * 1024;
  private static final int MOST = 10_000;
  private static final Kind<String> TEXT = new TextKind("string", LONG, false, false, true);

  private final String name;
  private final Kind<T> kind;
  private final String label;
  private final String help;
  private final Set<Mark> marks;

  /** What is special about a field. */
  private enum Mark {
    OPTIONAL,
    NULLABLE,
    READ_ONLY
  }

  private Field(String name, Kind<T> kind, String label, String help, Set<Mark> marks) {
    this.name = name;
    this.kind = kind;
    this.label = label;
    this.help = help;
    this.marks = Set.copyOf(marks);
  }

  private static <T> Field<T> of(String name, Kind<T> kind) {
    String words = name.replace('_', ' ');
    return new Field<>(
        name,
        kind,
        words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
        null,
        Set.of());
  }

  /** A text of at most 64 Ki characters. */
  public static Field<String> text(String name) {
    return of(name, TEXT);
  }

  public static Field<String> text(String name, int longest) {
    return of(name, new TextKind("string", longest, true, false, true));
  }

  /** A text that may be empty, of at most 64 Ki characters. */
  public static Field<String> note(String name) {
    return of(name, new TextKind("string", LONG, false, true, true));
  }

  /** A text that may be absent, null or empty, with all its blanks, as passwords are. */
  public static Field<String> verbatim(String name, int longest) {
    return of(name, (Kind<String>) new TextKind("string", longest, true, true, false)).nullable();
  }

  /** An absolute address, http or https. */
  public static Field<String> url(String name) {
    return url(name, TEXT);
  }

  public static Field<String> url(String name, int longest) {
    return url(name, new TextKind("url", longest, true, false, true));
  }

  private static Field<String> url(String name, Kind<String> text) {
    return of(
        name,
        new CheckedText<>("url", text, Field::isUrl, read -> read, read -> "Enter a valid URL."));
  }

  public static Field<String> email(String name) {
    return of(
        name,
        new CheckedText<>(
            "email",
            TEXT,
            read -> read.matches("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+"),
            read -> read,
            read -> "Enter a valid email address."));
  }

  /** A whole number; a bound may be null. */
  public static Field<Integer> whole(String name, Integer least, Integer most) {
    return of(name, new WholeKind(least, most));
  }

  public static Field<Boolean> bool(String name) {
    return of(name, new BooleanKind());
  }

  /** One of some values, with the words that people see. */
  public static <T> Field<T> choice(String name, Map<T, String> choices) {
    return of(name, new ChoiceKind<>(choices));
  }

  /** A time: ISO 8601; without a zone it is UTC. */
  public static Field<Instant> time(String name) {
    return of(name, new TimeKind());
  }

  public static Field<UUID> uuid(String name) {
    return of(name, uuidKind("string", read -> "Must be a valid UUID."));
  }

  /** The number of another thing. */
  public static Field<Long> key(String name) {
    return of(name, new KeyKind());
  }

  /** The numbers of other things, each once. */
  public static Field<List<Long>> keys(String name) {
    return of(name, new KeysKind<>(new KeyKind(), MOST));
  }

  /** The UUID of another thing. */
  public static Field<UUID> uuidKey(String name) {
    return of(name, uuidKind("field", "“%s” is not a valid UUID."::formatted));
  }

  /** A list of at most 10,000. */
  public static <T> Field<List<T>> list(String name, Field<T> each) {
    return of(name, new ListKind<>(each.label(of(name, TEXT).label), MOST));
  }

  /** An object with fields of its own; read it by {@link JsonFields#in}. */
  public static Field<JsonFields> nested(String name, List<Field<?>> children) {
    return of(name, new NestedKind(children));
  }

  /** One that is answered and never read; {@code type} as {@code OPTIONS} names it. */
  public static Field<String> readOnly(String name, String type) {
    return of(name, (Kind<String>) new TextKind(type, LONG, false, true, true))
        .marked(Mark.READ_ONLY)
        .optional();
  }

  /** The same, but it may be absent. */
  public Field<T> optional() {
    return marked(Mark.OPTIONAL);
  }

  /** The same, but it may be absent or null. */
  public Field<T> nullable() {
    return marked(Mark.NULLABLE).optional();
  }

  public Field<T> label(String words) {
    return new Field<>(name, kind, words, help, marks);
  }

  public Field<T> help(String sentence) {
    return new Field<>(name, kind, label, sentence, marks);
  }

  public String name() {
    return name;
  }

  /** What {@code OPTIONS} answers of some fields. */
  public static Map<String, Object> describe(List<Field<?>> fields) {
    Map<String, Object> described = new LinkedHashMap<>();
    fields.forEach(field -> described.put(field.name, field.described()));
    return described;
  }

  boolean required() {
    return !marks.contains(Mark.OPTIONAL);
  }

  /** The value of what the JSON reader made; null only where that is allowed. */
  T value(Object given) {
    if (given != null) {
      return kind.read(given);
    }
    if (marks.contains(Mark.NULLABLE)) {
      return null;
    }
    throw Wrong.text("This field may not be null.");
  }

  Map<String, Object> described() {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("type", kind.type());
    described.put("required", required());
    described.put("read_only", marks.contains(Mark.READ_ONLY));
    described.put("label", label);
    if (help != null) {
      described.put("help_text", help);
    }
    described.putAll(kind.details());
    return described;
  }

  private Field<T> marked(Mark mark) {
    Set<Mark> all = new HashSet<>(marks);
    all.add(mark);
    return new Field<>(name, kind, label, help, all);
  }

  private static Kind<UUID> uuidKind(String type, Function<String, String> problem) {
    String hex = "[0-9a-fA-F]";
    String form = "%1$s{8}-?%1$s{4}-?%1$s{4}-?%1$s{4}-?%1$s{12}".formatted(hex);
    return new CheckedText<>(type, TEXT, read -> read.matches(form), Field::uuidOf, problem);
  }

  private static UUID uuidOf(String text) {
    String hex = text.replace("-", "");
    return UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      return uri.getHost() != null
          && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
