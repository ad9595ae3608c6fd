/** Small AIF files for tests. */

export type AifNodeSketch = [
  id: string | number,
  type: string,
  text?: string,
  more?: Record<string, unknown>,
];

export const aif = (
  nodes: AifNodeSketch[],
  edges: [from: string | number, to: string | number][],
  more: object = {},
) => ({
  nodes: nodes.map(([nodeID, type, text = `${type} ${nodeID}`, rest = {}]) => ({
    nodeID,
    type,
    text,
    ...rest,
  })),
  edges: edges.map(([fromID, toID], index) => ({ edgeID: index, fromID, toID, formEdgeID: null })),
  ...more,
});
export const aifFile = (...parts: Parameters<typeof aif>): string => JSON.stringify(aif(...parts));
