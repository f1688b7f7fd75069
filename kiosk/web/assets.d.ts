/** The address of a worker that vite builds into a script of its own. */
declare module "*?worker&url" {
  const address: string;
  export default address;
}
