import { expect, test } from 'vitest';
import { placePoints } from './place-points';

process.env.AUTH_SECRET ??= 'a secret for tests, of enough letters';

test('points are the same for the same map, and others for another one, another room and another server', () => {
  const points = placePoints('room', '7', 500);
  expect(points).toHaveLength(1_000);
  expect(placePoints('room', '7', 500)).toEqual(points);
  expect(placePoints('room', '8', 500)).not.toEqual(points);
  expect(placePoints('another', '7', 500)).not.toEqual(points);
  const mean = points.reduce((sum, point) => sum + point / 2 ** 32, 0) / points.length;
  expect(mean).toBeCloseTo(0.5, 1);
  const secret = process.env.AUTH_SECRET ?? '';
  process.env.AUTH_SECRET = 'the secret of another server, as long';
  expect(placePoints('room', '7', 500)).not.toEqual(points);
  process.env.AUTH_SECRET = secret;
});
