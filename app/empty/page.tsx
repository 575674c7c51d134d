/** A page with nothing on it: the yardstick of `npm run bench pages`. */
export default function EmptyPage() {
  return <main />;
}
