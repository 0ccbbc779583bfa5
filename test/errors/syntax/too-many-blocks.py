for i in x:
 for i in x:
  for i in x:
   for i in x:
    for i in x:
     for i in x:
      for i in x:
       for i in x:
        for i in x:
         for i in x:
          for i in x:
           for i in x:
            for i in x:
             for i in x:
              for i in x:
               for i in x:
                for i in x:
                 for i in x:
                  for i in x:
                   for i in x:
                    for i in x:
                     for i in x:  # error: E138 too many statically nested blocks
                      pass
