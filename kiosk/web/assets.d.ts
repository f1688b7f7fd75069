/** The address of a worker that vite builds into a script of its own. */
declare module "*?worker&url" {
  const address: string;
  export default address;
}

/** The address of a file that is served as it is. */
declare module "*?url" {
  const address: string;
  export default address;
}
