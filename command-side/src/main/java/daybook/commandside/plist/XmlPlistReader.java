// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import daybook.commandside.plist.PlistValue.Data;
import daybook.commandside.plist.PlistValue.Flag;
import daybook.commandside.plist.PlistValue.Items;
import daybook.commandside.plist.PlistValue.Moment;
import daybook.commandside.plist.PlistValue.Real;
import daybook.commandside.plist.PlistValue.Text;
import daybook.commandside.plist.PlistValue.Whole;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an XML property list with a pull parser. Declared entities and external ones are refused,
 * Apple's document type is passed over. A number or date that can't be read stays a text: one odd
 * value must not make a whole report unreadable.
 */
final class XmlPlistReader {
  private static final XMLInputFactory FACTORY = factory();

  private final PlistBudget budget;
  private XMLStreamReader xml;

  XmlPlistReader(PlistLimits limits) {
    this.budget = new PlistBudget(limits);
  }

  PlistValue read(byte[] bytes) {
    try {
      xml = FACTORY.createXMLStreamReader(new StringReader(XmlText.of(bytes)));
      return document();
    } catch (XMLStreamException e) {
      throw UnreadablePlist.malformed("the property list is not well-formed XML");
    } catch (RuntimeException e) {
      throw e instanceof UnreadablePlist known ? known : broken(e);
    }
  }

  /** The parser throws these, too, over broken encodings and broken declarations. */
  private static UnreadablePlist broken(RuntimeException e) {
    return UnreadablePlist.malformed(
        "the property list can't be read (" + e.getClass().getSimpleName() + ")");
  }

  private PlistValue document() throws XMLStreamException {
    if (!open(0) || (name().equals("plist") && !open(0))) {
      throw UnreadablePlist.malformed("the property list is empty");
    }
    PlistValue value = value(1);
    if (value == null) {
      throw UnreadablePlist.malformed("the property list begins with an unknown element");
    }
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        throw UnreadablePlist.malformed("the property list holds more than one value");
      }
    }
    return value;
  }

  /** Moves to the next element inside the present one; false at its end. */
  private boolean open(int depth) throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          budget.element();
          return true;
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        case XMLStreamConstants.ENTITY_REFERENCE -> throw noEntities();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> requireBlank();
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
    throw UnreadablePlist.malformed("the property list ends too early at level " + depth);
  }

  private String name() {
    return xml.getLocalName();
  }

  /** The value of the element that has just begun; null for one that no property list has. */
  private PlistValue value(int depth) throws XMLStreamException {
    return switch (name()) {
      case "dict" -> dict(depth);
      case "array" -> array(depth);
      case "string" -> new Text(text());
      case "integer" -> whole(text());
      case "real" -> real(text());
      case "date" -> moment(text());
      case "data" -> data(text());
      case "true" -> flag(true);
      case "false" -> flag(false);
      default -> skip(depth);
    };
  }

  private PlistDict dict(int depth) throws XMLStreamException {
    budget.level(depth);
    Map<String, PlistValue> values = new LinkedHashMap<>();
    while (open(depth)) {
      if (!name().equals("key")) {
        throw UnreadablePlist.malformed("a dictionary holds a value without a key");
      }
      String key = text();
      if (!open(depth)) {
        throw UnreadablePlist.malformed("a dictionary holds a key without a value");
      }
      if (name().equals("key")) {
        throw UnreadablePlist.malformed("a dictionary holds two keys in a row");
      }
      PlistValue value = value(depth + 1);
      if (value != null) {
        values.put(key, value);
      }
    }
    return new PlistDict(values);
  }

  private Items array(int depth) throws XMLStreamException {
    budget.level(depth);
    List<PlistValue> values = new ArrayList<>();
    while (open(depth)) {
      PlistValue value = value(depth + 1);
      if (value != null) {
        values.add(value);
      }
    }
    return new Items(values);
  }

  private Flag flag(boolean value) throws XMLStreamException {
    text();
    return new Flag(value);
  }

  private PlistValue skip(int depth) throws XMLStreamException {
    int open = 1;
    while (open > 0) {
      budget.level(depth + open - 1);
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          budget.element();
          open++;
        }
        case XMLStreamConstants.END_ELEMENT -> open--;
        case XMLStreamConstants.ENTITY_REFERENCE -> throw noEntities();
        default -> {
          // the content of an unknown element
        }
      }
    }
    return null;
  }

  private String text() throws XMLStreamException {
    String first = null;
    StringBuilder more = null;
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (first == null) {
            first = xml.getText();
          } else {
            more = more == null ? new StringBuilder(first) : more;
            more.append(xml.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return more != null ? more.toString() : first == null ? "" : first;
        }
        case XMLStreamConstants.START_ELEMENT ->
            throw UnreadablePlist.malformed("a simple value holds an element");
        case XMLStreamConstants.ENTITY_REFERENCE -> throw noEntities();
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
  }

  private static PlistValue whole(String text) {
    String digits = text.strip();
    try {
      return new Whole(
          digits.startsWith("0x") || digits.startsWith("-0x") || digits.startsWith("0X")
              ? Long.decode(digits)
              : Long.parseLong(digits));
    } catch (NumberFormatException e) {
      return new Text(text);
    }
  }

  private static PlistValue real(String text) {
    try {
      return new Real(Double.parseDouble(text.strip()));
    } catch (NumberFormatException e) {
      return new Text(text);
    }
  }

  private static PlistValue moment(String text) {
    try {
      return new Moment(Instant.parse(text.strip()));
    } catch (DateTimeException e) {
      return new Text(text);
    }
  }

  private static Data data(String text) {
    try {
      return new Data(Base64.getMimeDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw UnreadablePlist.malformed("data is not base64");
    }
  }

  private void requireBlank() {
    if (!xml.isWhiteSpace()) {
      throw UnreadablePlist.malformed("there is text outside of the values");
    }
  }

  private static UnreadablePlist noEntities() {
    return UnreadablePlist.malformed("a property list may not use entities");
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }
}
