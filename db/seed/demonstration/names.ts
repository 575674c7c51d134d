/** Common given and family names by country. Whoever is put together from them is invented. */
export const names: Record<string, { given: string; family: string }> = {
  RO: {
    given:
      "Andreea Ștefan Elena Mihai Cristina Radu Gabriela Vlad Raluca Bogdan Adriana Sorin Simona Tudor Oana Cătălin Daniela Horia Irina Lucian",
    family:
      "Popescu Ionescu Dumitrescu Stan Munteanu Rusu Câmpeanu Moldovan Bălan Lazăr Florea Neagu Șerban Tănase Oprea Cojocaru Voicu Ciobanu Dobre Petrescu",
  },
  ES: {
    given: "Lucía Javier Marta Álvaro Carmen Pablo Nuria Sergio Beatriz Íñigo Rocío Andrés",
    family: "García Fernández Ruiz Ortega Navarro Iglesias Molina Serrano Vidal Castro Peña Lorenzo",
  },
  DE: {
    given: "Katrin Jürgen Sabine Matthias Anja Thomas Friederike Jens Claudia Uwe Birgit Florian",
    family: "Müller Schneider Weber Hoffmann Krüger Lehmann Vogel Böhm Winkler Seidel Brandt Lorenz",
  },
  AT: {
    given: "Johanna Markus Verena Georg Petra Stefan",
    family: "Gruber Huber Steiner Moser Leitner Wallner",
  },
  FR: {
    given: "Camille Nicolas Sophie Guillaume Hélène Antoine Claire Mathieu Élodie Laurent Isabelle Benoît",
    family: "Martin Bernard Lefèvre Moreau Girard Rousseau Fournier Mercier Chevalier Gauthier Perrin Renaud",
  },
  IT: {
    given: "Chiara Marco Francesca Luca Paola Davide Silvia Matteo Elisa Stefano Giulia Roberto",
    family: "Rossi Ferrari Bianchi Colombo Ricci Marino Greco Conti Gallo Fontana Barbieri Moretti",
  },
  PL: {
    given: "Agnieszka Tomasz Magdalena Piotr Joanna Paweł Monika Krzysztof Ewa Łukasz",
    family: "Wiśniewska Wójcik Kowalczyk Zieliński Lewandowska Dąbrowski Kamińska Nowak Mazur Pawlak",
  },
  BE: {
    given: "Lotte Pieter Charlotte Wouter Annelies Olivier Saskia Thibault",
    family: "Peeters Janssens Claes Wouters Dubois Lambert Mertens Willems",
  },
  NL: { given: "Marieke Jeroen Sanne Bas Femke Ruben", family: "Hendriks Kuipers Bakker Visser Smit Mulder" },
  PT: {
    given: "Inês João Catarina Rui Mariana Tiago",
    family: "Silva Ferreira Carvalho Teixeira Almeida Marques",
  },
  CZ: { given: "Tereza Jan Lenka Petr Jitka Ondřej", family: "Novotná Svoboda Dvořák Horák Kučera Beneš" },
  HU: { given: "Zsófia Gábor Eszter Péter Katalin László", family: "Nagy Kovács Szabó Horváth Tóth Varga" },
  DK: {
    given: "Mette Lars Camilla Søren Kirsten Rasmus",
    family: "Jensen Hansen Pedersen Larsen Madsen Møller",
  },
  SE: {
    given: "Emma Johan Karin Erik Åsa Magnus",
    family: "Andersson Lindqvist Bergström Ek Nyström Sandberg",
  },
  NO: { given: "Ingrid Øyvind Silje Håkon", family: "Hansen Berg Haugen Solberg" },
  FI: { given: "Aino Mikko Kaisa Juha", family: "Korhonen Virtanen Mäkelä Heikkinen" },
  EE: { given: "Kadri Rasmus Liis Tanel", family: "Tamm Saar Kask Mägi" },
  LV: { given: "Ilze Jānis Līga Edgars", family: "Bērziņa Kalniņš Ozola Liepa" },
  LT: { given: "Rūta Tomas Eglė Darius", family: "Petrauskas Kazlauskaitė Balčiūnas Urbonas" },
  BG: {
    given: "Desislava Georgi Milena Dimitar Yana Petar",
    family: "Petrova Dimitrov Ivanova Georgiev Stoyanov Koleva",
  },
  SI: { given: "Maja Matej Nina Gregor", family: "Novak Kranjc Zupan Hribar" },
  SK: { given: "Zuzana Martin Lucia Juraj", family: "Kováčová Hudák Baláž Polák" },
  HR: { given: "Ivana Tomislav Petra Marko", family: "Horvat Babić Jurić Knežević" },
  GR: { given: "Eleni Giorgos Maria Nikos", family: "Papadopoulou Nikolaidis Georgiou Vlachos" },
  IE: { given: "Aoife Declan Niamh Conor", family: "Murphy Byrne Kelly Doyle" },
  UA: { given: "Oksana Andriy Iryna Taras", family: "Shevchenko Kovalenko Bondarenko Tkachuk" },
  TR: { given: "Elif Mehmet Zeynep Emre", family: "Yılmaz Kaya Demir Aydın" },
};
