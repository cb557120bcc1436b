// The package's exports name no types for this entry: it only has an effect.
declare module 'fake-indexeddb/auto';
