/** A picture as the others are given it: the small one, read and decoded. */
export async function pictureOf(hash: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `/media/${hash}/480`;
  await image.decode();
  return image;
}
