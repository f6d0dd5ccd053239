/**
 * Common given names of many countries, for texts whose people are not listed. Names that are words, products or places as
 * well (Will, Mark, Jan, Ruby, Jenkins, Jordan …) are left out on purpose.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  [
    'Aaron Adam Adrian Agnes Ahmed Aisha Alan Alejandro Alex Alexander Alexandra Alfred Ali Alice Alicia Alison Amanda Amelia Amit Ana Anders',
    'Andrea Andreas Andrew Andy Angela Anita Anjali Ann Anna Anne Annika Anthony Antonio Arjun Arthur Astrid Barbara Bart Beatrice Ben Benjamin Bernd',
    'Beth Björn Bob Boris Brandon Brenda Brian Bruce Bruno Carl Carla Carlos Carmen Caroline Catherine Cecilia Charles Charlie Charlotte Chloe Chris',
    'Christian Christina Christine Christoph Christopher Claire Clara Claudia Colin Craig Cristina Cynthia Dan Dana Daniel Daniela Dave David Deborah',
    'Deepak Denis Dennis Derek Diana Diego Dieter Dimitri Dmitry Dominic Donald Donna Doris Dorothy Douglas Dylan Eduardo Edward Elena Eleanor Eli Elias',
    'Elisabeth Elizabeth Ella Ellen Emil Emily Emma Emmanuel Eric Erik Erika Ernesto Esther Ethan Eva Evelyn Fatima Felix Fernando Fiona Florian Frances',
    'Francesca Francisco Frank Fred Frederick Gabriel Gabriela Gareth Gary Geoffrey George Gerald Gerard Giovanni Giulia Gloria Gordon Greg Gregory',
    'Guillermo Gustavo Hannah Hans Harald Harry Hassan Heather Heidi Heinrich Helen Helena Henrik Henry Hiroshi Hugo Ian Ibrahim Ines Ingrid Irene Isaac',
    'Isabel Isabella Ivan Jack Jacob Jacqueline Jake James Jamie Jane Janet Jasmine Javier Jeff Jeffrey Jennifer Jenny Jeremy Jessica Jim Joan Joanna',
    'Joe Joel Johan Johanna Johannes John Johnny Jon Jonas Jonathan Jorge Joseph Joshua Joyce Juan Judith Jürgen Justin Karen Karin Karl Kate Katharine',
    'Katherine Kathleen Katja Keith Kelly Ken Kenji Kenneth Kevin Khalid Klaus Kristin Kumar Kurt Kyle Larry Lars Laura Lauren Laurent Lena Leo Leon Leonard',
    'Leticia Liam Lin Linda Lisa Lorenzo Louis Louise Luca Lucas Lucia Lucy Luis Lukas Lydia Magnus Manuel Marc Marcel Marco Marcus Margaret Maria Marie',
    'Marina Mario Marta Martha Martin Martina Mary Mateo Matthew Matthias Maurice Mei Melanie Melissa Michael Michele Michelle Miguel Mike Milan Mohamed',
    'Mohammed Monica Monika Nadia Nancy Natalia Natalie Natasha Nathan Neha Neil Nicholas Nicole Nikhil Nils Nina Noah Nora Olaf Oleg Olga Oliver Olivia',
    'Omar Oscar Otto Pablo Pamela Patricia Patrick Paul Paula Pedro Peggy Peter Philip Philippe Pierre Pieter Priya Rachel Rafael Rahul Raj Rajesh Ralf',
    'Ralph Raymond Rebecca Regina Renate Ricardo Richard Rita Robert Roberto Robin Roger Roland Ronald Rosa Ross Roy Rudolf Russell Ryan Sabine Sally Sam',
    'Samantha Samuel Sandeep Sandra Sanjay Sara Sarah Scott Sean Sebastian Sergei Sergio Sharon Sheila Silvia Simon Simone Sofia Sonia Sophia Sophie Stefan',
    'Stefanie Stephanie Stephen Steve Steven Stuart Sue Sunil Susan Susanne Suzanne Sven Svetlana Tamara Tanja Tanya Ted Teresa Terry Theo Theresa Thomas',
    'Tim Timothy Tina Tobias Todd Tom Tomas Tony Tracy Ulrich Ursula Uwe Valentina Valeria Vanessa Vera Veronica Vijay Vincent Viktor Vladimir Walter',
    'Wei Wendy William Wolfgang Xavier Yan Yasmin Yuki Yuri Yusuf Yvonne Zoe Łukasz',
  ].flatMap((names) => names.split(' ')),
);
