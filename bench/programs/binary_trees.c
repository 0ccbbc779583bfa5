#include <stdio.h>
#include <stdlib.h>

typedef struct Node { struct Node *left, *right; } Node;

static Node *make(long depth) {
  Node *node = malloc(sizeof *node);
  *node = depth == 0 ? (Node){0} : (Node){make(depth - 1), make(depth - 1)};
  return node;
}

static long check(const Node *tree) { return tree->left ? 1 + check(tree->left) + check(tree->right) : 1; }

static void discard(Node *tree) {
  if (tree->left) discard(tree->left), discard(tree->right);
  free(tree);
}

int main(int argc, char **argv) {
  long depth = atol(argv[argc - 1]), total = 0;
  for (int i = 0; i < 20; i++) {
    Node *tree = make(depth);
    total += check(tree);
    discard(tree);
  }
  printf("%ld\n", total);
}
