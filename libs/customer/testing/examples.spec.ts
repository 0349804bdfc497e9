import { compileShape } from '@tenure/shape';
import { commands } from '../commands.js';
import { examplesOf } from './examples.js';

it.each(commands)('the examples of the fields of $name have its shape', ({ shape }) => {
  const [[name, fields] = []] = examplesOf(shape);
  expect(name).toBe(shape.name);
  expect(compileShape(shape).check({ customerId: 'C-1', ...fields })).toEqual([]);
});
