/**
 * As much of the cloud's SDK as Twikoo's function calls: a database of
 * documents and who sent the request. It keeps everything in memory.
 */
const {AsyncLocalStorage} = require('node:async_hooks');
const {randomBytes} = require('node:crypto');

/** Who asks: `{ip, uid, admin}`. */
const visitor = new AsyncLocalStorage();
/** Documents of each collection, oldest first. */
let collections = new Map();

const documentsOf = (name) => {
  if (!collections.has(name)) collections.set(name, []);
  return collections.get(name);
};

/** What is missing and what is null are one to this database. */
const equal = (one, other) => one === other || (one ?? null) === (other ?? null);

/** Conditions are functions of a field's value; those of a whole document are marked. */
const command = {
  in: (values) => (value) => values.some((wanted) => equal(wanted, value)),
  neq: (unwanted) => (value) => !equal(unwanted, value),
  lt: (limit) => (value) => value < limit,
  gt: (limit) => (value) => value > limit,
  or: (...queries) => ({anyOf: queries.flat()}),
  inc: (by) => ({increaseBy: by}),
  aggregate: {sum: (by) => by},
};

const fits = (document, query) =>
  query.anyOf
    ? query.anyOf.some((one) => fits(document, one))
    : Object.entries(query).every(([field, wanted]) =>
        typeof wanted === 'function' ? wanted(document[field]) : equal(document[field], wanted),
      );

/** Likes are lists of readers, and sorted by how many. */
const rank = (value) => (Array.isArray(value) ? value.length : (value ?? 0));

const assign = (document, changes) => {
  for (const [field, value] of Object.entries(structuredClone(changes))) {
    if (value === undefined) continue;
    document[field] = value?.increaseBy ? (document[field] ?? 0) + value.increaseBy : value;
  }
};

/** A selection of a collection; every method that narrows it gives another. */
const select = (name, {query = {}, orders = [], limit = Infinity, skip = 0} = {}) => {
  const narrowed = (more) => select(name, {query, orders, limit, skip, ...more});
  const found = () => documentsOf(name).filter((document) => fits(document, query));
  const removeAll = async () => {
    const gone = new Set(found());
    collections.set(
      name,
      documentsOf(name).filter((document) => !gone.has(document)),
    );
    return {deleted: gone.size};
  };
  return {
    where: (query) => narrowed({query}),
    doc: (id) => narrowed({query: {_id: id}}),
    orderBy: (field, way) => narrowed({orders: [...orders, [field, way === 'desc' ? -1 : 1]]}),
    limit: (limit) => narrowed({limit}),
    skip: (skip) => narrowed({skip}),
    async get() {
      const sorted = found().sort((one, other) => {
        for (const [field, sign] of orders) {
          const difference = rank(one[field]) - rank(other[field]);
          if (difference) return sign * difference;
        }
        return 0;
      });
      return {data: structuredClone(sorted.slice(skip, skip + limit))};
    },
    count: async () => ({total: found().length}),
    async add(document) {
      const stored = {_id: randomBytes(16).toString('hex')};
      assign(stored, document);
      documentsOf(name).push(stored);
      return {id: stored._id, inserted: 1};
    },
    async update(changes) {
      const changed = found().slice(0, limit);
      for (const document of changed) assign(document, changes);
      return {updated: changed.length};
    },
    delete: removeAll,
    remove: removeAll,
    /** Only what is counted by one field. */
    aggregate: () => ({
      match: (query) => narrowed({query}).aggregate(),
      group: ({_id: field}) => ({
        async end() {
          const counts = new Map();
          for (const document of found()) {
            const value = document[field.slice(1)];
            counts.set(value, (counts.get(value) ?? 0) + 1);
          }
          return {data: [...counts].map(([_id, count]) => ({_id, count}))};
        },
      }),
    }),
  };
};

module.exports = {
  SYMBOL_CURRENT_ENV: Symbol('environment'),
  getCloudbaseContext: () => ({TCB_SOURCE: ''}),
  init: () => ({
    auth: () => ({
      getClientIP: () => visitor.getStore().ip,
      getEndUserInfo: () => {
        const {uid, admin} = visitor.getStore();
        return {userInfo: {uid, customUserId: admin ? 'admin' : undefined}};
      },
    }),
    database: () => ({command, collection: (name) => select(name), createCollection: async () => ({})}),
    // What happens after a comment is stored: mails, and spam services elsewhere.
    callFunction: async () => ({}),
  }),
  /** Runs `act` for that visitor. */
  visit: (who, act) => visitor.run(who, act),
  /** Everything that is stored, by collection. */
  documents: () => Object.fromEntries(collections),
  /** Stores this and nothing else. */
  replace(documents) {
    collections = new Map(Object.entries(documents));
  },
};
