// SPDX-License-Identifier: Apache-2.0
package daybook.ops.contract;

import daybook.ops.http.ApiJson;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which of our things stand for the recorded ones: cases are sent with our keys in them. */
final class Ids {
  private static final Pattern PLACE = Pattern.compile("/([a-z_]+)/([0-9a-f-]+)/");

  /** The kinds of things that fields point to. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "meta_business_unit", "meta_business_units",
          "tags", "tags",
          "push_certificate", "push_certificates",
          "scep_issuer", "scep_issuers");

  /** Our keys by {@code <kind>/<recorded key>}. */
  private final Map<String, String> ours = new HashMap<>();

  void put(String kind, String recorded, JsonNode key) {
    ours.put(kind + "/" + recorded, key.asString());
  }

  RecordedCase in(RecordedCase recorded) {
    RecordedCase moved = recorded.at(path(recorded.path()));
    if (recorded.request() == null || !recorded.request().startsWith("{")) {
      return moved;
    }
    JsonNode body = ApiJson.MAPPER.readTree(recorded.request());
    replace(body);
    return moved.asking(body.toString());
  }

  private String path(String path) {
    Matcher matcher = PLACE.matcher(path);
    return matcher.replaceFirst(
        it -> "/" + it.group(1) + "/" + key(it.group(1), it.group(2)) + "/");
  }

  private void replace(JsonNode body) {
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      String kind = FIELDS.get(field.getKey());
      if (field.getValue().isObject()) {
        replace(field.getValue());
      } else if (kind != null && field.getValue() instanceof ArrayNode keys) {
        for (int i = 0; i < keys.size(); i++) {
          keys.set(i, node(key(kind, keys.get(i).asString())));
        }
      } else if (kind != null && !field.getValue().isNull()) {
        ((ObjectNode) body).set(field.getKey(), node(key(kind, field.getValue().asString())));
      }
    }
  }

  private String key(String kind, String recorded) {
    return ours.getOrDefault(kind + "/" + recorded, recorded);
  }

  private static JsonNode node(String key) {
    return key.matches("[0-9]+")
        ? ApiJson.MAPPER.getNodeFactory().numberNode(Long.parseLong(key))
        : ApiJson.MAPPER.getNodeFactory().stringNode(key);
  }
}
