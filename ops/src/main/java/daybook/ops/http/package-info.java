/**
 * How the JSON API speaks: names, times, paths, bodies and the shapes of its errors. Start at
 * {@link daybook.ops.http.JsonConfiguration} and {@link daybook.ops.http.ApiProblems}; used by the
 * container and by {@code daybook.ops.security}.
 */
package daybook.ops.http;
