What can never be one person, whatever else it says. Invented people, with numbers of the 19th century.

  $ cat > lawyers.csv <<'END'
  > name,number
  > Айгүл Досова,900512 201003
  > Серік Омаров,870220101379
  > Дана Ахметова,650701201740
  > Марат Асанов,701130102119
  > END
  $ cat > court.csv <<'END'
  > Ф. И. О.;дата рождения;пол;ИИН
  > Айгуль Досова;12.05.1890;ж;900512201003
  > Серик Омаров;20.02.1887;м;870220101397
  > Дана Ахметова;01.07.1865;ж;650701203747
  > Марат Асанов;;;
  > Марат Асанов;30.11.1870;м;
  > END

A column of such numbers is known by their check digits. A number says the day of birth and the sex where its list does not:

  $ guvoh link lawyers.csv court.csv --pair 4,court.csv:5
  lawyers.csv              name                     whole name
  lawyers.csv              number                   number of a person, with a digit that checks the others
  court.csv                Ф. И. О.                 whole name
  court.csv                дата рождения            date
  court.csv                пол                      sex, or another choice of a few
  court.csv                ИИН                      number of a person, with a digit that checks the others
  Rows: 9. People, as far as they can be told apart: 5. Most rows of one: 3.
  4,court.csv:5: one person is 523 times likelier than two
    two rows taken at random                     for two people, 7.3 times
    given name, the same: marat – marat          for one person, 13 times
    family name, the same: asan – asan           for one person, 15 times
    дата рождения, the same: 1870-11-30 – 1870-11-30 for one person, 19 times
    пол, the same: male – male                   for one person, 1.0 times

One with a slip in it is no other number; two that are right are two people of one name:

  $ guvoh link lawyers.csv court.csv --pair 2,court.csv:2 --pair 3,court.csv:3 | grep -A9 ,court.csv
  2,court.csv:2: one person is 2,096 times likelier than two
    two rows taken at random                     for two people, 7.3 times
    given name, the same: serik – serik          for one person, 13 times
    family name, the same: omar – omar           for one person, 15 times
    дата рождения, the same: 1887-02-20 – 1887-02-20 for one person, 19 times
    пол, the same: male – male                   for one person, 1.0 times
    ИИН, a slip apart: 870220101379 – 870220101397 for one person, 4.0 times
  3,court.csv:3: two people, for both have a number of their own and not the same
    two rows taken at random                     for two people, 7.3 times
    given name, the same: dana – dana            for one person, 7.2 times
    family name, the same: ahmet – ahmet         for one person, 7.7 times
    дата рождения, the same: 1865-07-01 – 1865-07-01 for one person, 9.6 times
    пол, the same: female – female               for one person, 1.0 times
    ИИН, different: 650701201740 – 650701203747  for two people, 8.3 times
    how many people bear the whole name          for two people, 1.9 times
  $ guvoh link lawyers.csv court.csv --pair 3,court.csv:3 --json | grep never
        "never": true,
  $ guvoh link lawyers.csv court.csv
  file,row,cluster
  lawyers.csv,1,1
  lawyers.csv,2,2
  lawyers.csv,3,3
  lawyers.csv,4,4
  court.csv,1,1
  court.csv,2,2
  court.csv,3,5
  court.csv,4,4
  court.csv,5,4

Who asks with a number is not shown somebody with another:

  $ guvoh link lawyers.csv --search court.csv
  row,rank,file,file_row,log_odds,chance
  1,1,lawyers.csv,1,10.39,1.0000
  2,1,lawyers.csv,2,8.94,0.9999
  3,,,,,
  4,1,lawyers.csv,4,4.60,0.9900
  4,2,lawyers.csv,2,-5.29,0.0001
  4,3,lawyers.csv,1,-8.13,0.0000
  4,4,lawyers.csv,3,-8.13,0.0000
  5,1,lawyers.csv,4,7.55,0.9995
  5,2,lawyers.csv,2,-8.53,0.0000

The columns can be said to hold no numbers of people:

  $ guvoh link lawyers.csv court.csv --map number=code --map ИИН=code --pair 3,court.csv:3 | grep ,court.csv
  3,court.csv:3: one person is 26 times likelier than two
