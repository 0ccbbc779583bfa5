/** The same in plain JavaScript, as one would write it. */
export const add = (a, b) => a + b;

export const shout = (text) => text + '!';

export function total(numbers) {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i];
  return sum;
}

export function word_count(words) {
  const counts = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

class Body {
  constructor(x, y, z, vx, vy, vz, mass) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.vx = vx;
    this.vy = vy;
    this.vz = vz;
    this.mass = mass;
  }
}

const solarSystem = () => [
  new Body(0, 0, 0, 0, 0, 0, 39.47),
  new Body(4.84, -1.16, -0.1, 0.6, 2.81, -0.02, 0.037),
  new Body(8.34, 4.12, -4, -1.01, 1.82, 0.008, 0.011),
  new Body(12.8, -15.1, -0.22, 1.08, 0.86, -0.01, 0.0017),
  new Body(15.3, -25.9, 0.17, 0.97, 0.59, -0.03, 0.002),
];

function advance(bodies, dt) {
  const n = bodies.length;
  for (let i = 0; i < n; i++) {
    const a = bodies[i];
    for (let j = i + 1; j < n; j++) {
      const b = bodies[j];
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const dz = a.z - b.z;
      const square = dx * dx + dy * dy + dz * dz;
      const mag = dt / (square * Math.sqrt(square));
      a.vx -= dx * b.mass * mag;
      a.vy -= dy * b.mass * mag;
      a.vz -= dz * b.mass * mag;
      b.vx += dx * a.mass * mag;
      b.vy += dy * a.mass * mag;
      b.vz += dz * a.mass * mag;
    }
  }
  for (const b of bodies) {
    b.x += dt * b.vx;
    b.y += dt * b.vy;
    b.z += dt * b.vz;
  }
}

function energy(bodies) {
  let e = 0;
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i];
    e += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j];
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const dz = a.z - b.z;
      e -= (a.mass * b.mass) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return e;
}

export function nbody(steps) {
  const bodies = solarSystem();
  for (let i = 0; i < steps; i++) advance(bodies, 0.01);
  return energy(bodies);
}

export function nbody_lists(positions, velocities, masses, steps) {
  const n = masses.length;
  const dt = 0.01;
  for (let step = 0; step < steps; step++) {
    for (let i = 0; i < n; i++) {
      const a = 3 * i;
      for (let j = i + 1; j < n; j++) {
        const b = 3 * j;
        const dx = positions[a] - positions[b];
        const dy = positions[a + 1] - positions[b + 1];
        const dz = positions[a + 2] - positions[b + 2];
        const square = dx * dx + dy * dy + dz * dz;
        const mag = dt / (square * Math.sqrt(square));
        velocities[a] -= dx * masses[j] * mag;
        velocities[a + 1] -= dy * masses[j] * mag;
        velocities[a + 2] -= dz * masses[j] * mag;
        velocities[b] += dx * masses[i] * mag;
        velocities[b + 1] += dy * masses[i] * mag;
        velocities[b + 2] += dz * masses[i] * mag;
      }
    }
    for (let i = 0; i < 3 * n; i++) positions[i] += dt * velocities[i];
  }
  return positions;
}
