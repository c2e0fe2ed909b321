/**
 * Views in MongoDB: a collection per generation, {@code device-v1}, of one record per document, and
 * the collection {@code generations}. There are no transactions; {@link
 * daybook.projections.store.mongo.MongoViewStore} tells what stands in for them.
 *
 * <p>Start at {@link daybook.projections.store.mongo.MongoViewStores}. {@link
 * daybook.projections.store.mongo.Mongo} opens a database for others too.
 */
package daybook.projections.store.mongo;
