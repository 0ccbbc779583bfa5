# Behind which hyphens a line may end.
import textwrap
for text in ("this-is-a-useful-feature-for-reformatting peter's-ly", "a-b-c-d e-mail x-ray-vision one-2-three under_score-d-x 3-d-model", "foo-bar-'a'-baz it's-a-me re-re-entry -leading trailing- do-it--now a--b ab-c- cd-e-", "no-x-y-zz aa-b'-cc 12-34-56 ab-1-cd l'e-a-ou"):
    for width in (1, 5, 9, 14):
        print(textwrap.wrap(text, width, break_long_words=False))
