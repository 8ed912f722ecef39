package dockdiag.probes.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dockdiag.probes.Unobservable;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A node of a JSON tree (RFC 8259): what is absent or null reads as empty, what is of another
/// kind than asked for is not understood.
///
/// @param place where it stands in the tree, as `State.Health.Log[2]`
public record Json(String place, JsonElement element) {

  private static final int EXCERPT = 120;

  /// Parses a text and reads it into a fact.
  ///
  /// @param what names the text to people
  /// @throws Unobservable NOT_UNDERSTOOD where the text or a value in it makes no sense
  public static <F> F read(String what, String text, Function<Json, F> reading)
      throws Unobservable {
    try {
      return reading.apply(new Json("", tree(text)));
    } catch (Misread misread) {
      throw new Unobservable(
          Unobservable.Reason.NOT_UNDERSTOOD, what + ": " + misread.getMessage());
    }
  }

  /// What makes a fact of elements that it is given one after the other.
  public interface Gathering<F> {

    /// The next element.
    void add(Json element);

    /// Of all of them.
    F fact();
  }

  /// Parses a text that is an object of one array, and reads the array's elements one after the
  /// other: of a long one no tree is made.
  ///
  /// @throws Unobservable NOT_UNDERSTOOD where the text or a value in it makes no sense
  public static <F> F each(String what, String text, String array, Gathering<F> gathering)
      throws Unobservable {
    try {
      elements(text, array, gathering);
      return gathering.fact();
    } catch (Misread misread) {
      throw new Unobservable(
          Unobservable.Reason.NOT_UNDERSTOOD, what + ": " + misread.getMessage());
    }
  }

  private static void elements(String text, String array, Gathering<?> gathering) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      reader.beginObject();
      if (!reader.nextName().equals(array)) {
        throw new Misread("no " + array + ": " + excerpt(text));
      }
      reader.beginArray();
      for (int i = 0; reader.hasNext(); i++) {
        gathering.add(new Json(array + "[" + i + "]", JsonParser.parseReader(reader)));
      }
      reader.endArray();
      reader.endObject();
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new Misread("more after its end: " + excerpt(text));
      }
    } catch (JsonParseException | IOException | IllegalStateException notJson) {
      throw new Misread("no JSON: " + excerpt(text));
    }
  }

  private static JsonElement tree(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement root = JsonParser.parseReader(reader);
      if (reader.peek() == JsonToken.END_DOCUMENT) {
        return root;
      }
      throw new Misread("more after its end: " + excerpt(text));
    } catch (JsonParseException | IOException notJson) {
      throw new Misread("no JSON: " + excerpt(text));
    }
  }

  /// A text as it stands in JSON, with its quotes.
  public static String quoted(String text) {
    return new JsonPrimitive(text).toString();
  }

  /// The member of that name.
  public Json at(String name) {
    JsonElement child = isAbsent() ? null : object().get(name);
    String below = place.isEmpty() ? name : place + "." + name;
    return new Json(below, child == null ? JsonNull.INSTANCE : child);
  }

  /// Whether there is nothing here, or null.
  public boolean isAbsent() {
    return element.isJsonNull();
  }

  /// The member of that name; absent too where this is no object.
  public Json member(String name) {
    return isObject() ? at(name) : new Json(place, JsonNull.INSTANCE);
  }

  /// Whether it has members.
  public boolean isObject() {
    return element instanceof JsonObject;
  }

  /// Whether it has elements.
  public boolean isArray() {
    return element instanceof JsonArray;
  }

  /// A text or number as it is written; empty where it is neither.
  public Optional<String> literal() {
    return element instanceof JsonPrimitive primitive && !primitive.isBoolean()
        ? Optional.of(primitive.getAsString())
        : Optional.empty();
  }

  /// The members in their order.
  public Map<String, Json> members() {
    Map<String, Json> members = new LinkedHashMap<>();
    if (!isAbsent()) {
      object().keySet().forEach(name -> members.put(name, at(name)));
    }
    return Collections.unmodifiableMap(members);
  }

  /// The elements of an array.
  public List<Json> items() {
    if (isAbsent()) {
      return List.of();
    }
    if (!(element instanceof JsonArray array)) {
      throw misread("no array");
    }
    List<Json> items = new ArrayList<>();
    for (JsonElement item : array) {
      items.add(new Json(place + "[" + items.size() + "]", item));
    }
    return Collections.unmodifiableList(items);
  }

  /// The elements of an array, each read by itself.
  public <T> List<T> items(Function<Json, T> reading) {
    return items().stream().map(reading).toList();
  }

  /// The texts of an array.
  public List<String> texts() {
    return items(Json::text);
  }

  /// The members as texts, in their order.
  public Map<String, String> textMembers() {
    Map<String, String> texts = new LinkedHashMap<>();
    members().forEach((name, value) -> texts.put(name, value.text()));
    return Collections.unmodifiableMap(texts);
  }

  /// A text; absent reads as the empty one.
  public String text() {
    if (isAbsent()) {
      return "";
    }
    if (element instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw misread("no text");
  }

  /// A text that may be absent or empty, read further; empty where it is neither.
  public <T> Optional<T> text(Function<String, Optional<T>> reading) {
    String text = text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(reading.apply(text).orElseThrow(() -> misread("not understood")));
  }

  /// A flag; absent reads as false.
  public boolean flag() {
    return optionalFlag().orElse(false);
  }

  /// A flag that older engines do not tell.
  public Optional<Boolean> optionalFlag() {
    if (isAbsent()) {
      return Optional.empty();
    }
    if (element instanceof JsonPrimitive primitive && primitive.isBoolean()) {
      return Optional.of(primitive.getAsBoolean());
    }
    throw misread("neither true nor false");
  }

  /// A whole number; absent reads as 0.
  public long number() {
    if (isAbsent()) {
      return 0;
    }
    if (element instanceof JsonPrimitive primitive
        && primitive.isNumber()
        && primitive.getAsString().matches("-?[0-9]{1,18}")) {
      return Long.parseLong(primitive.getAsString());
    }
    throw misread("no whole number");
  }

  /// A whole number of 32 bits; absent reads as 0.
  public int integer() {
    long number = number();
    if (number != (int) number) {
      throw misread("too large");
    }
    return (int) number;
  }

  /// What a reading says of a value that makes no sense to it.
  public RuntimeException misread(String why) {
    return new Misread((place.isEmpty() ? "" : place + " ") + why + ": " + excerpt());
  }

  private String excerpt() {
    return excerpt(element.toString());
  }

  static String excerpt(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
  }

  private JsonObject object() {
    if (element instanceof JsonObject object) {
      return object;
    }
    throw misread("no object");
  }

  /// Unwinds to [#read], which makes it Unobservable.
  private static final class Misread extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Misread(String message) {
      super(message);
    }
  }
}
