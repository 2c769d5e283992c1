/** Whether a password, in any case, is one of those that are guessed first. */
export function isCommonPassword(password: string): boolean {
  return commonPasswords.has(password.toLowerCase());
}

/** The ones that every published list of leaked passwords begins with, and some that satisfy a policy. */
const commonPasswords: ReadonlySet<string> = new Set(
  `
  000000 00000000 0987654321 101010 102030 111111 11111111 1111111111 112233 11223344 121212
  123123 123123123 12321 123321 1234 12341234 12345 123456 1234567 12345678 123456789 1234567890
  123456789a 123456a 12345a 12345q 1234abcd 1234qwer 123654 123abc 123qwe 123qweasd 131313 142536
  147258 147258369 147852 159357 159753 1a2b3c4d 1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz!qaz
  1qaz2wsx 1qaz@wsx 20202020 212121 222222 232323 246810 252525 333333 369369 420420 444444 456789
  555555 5555555555 654321 666666 696969 741852 741852963 753951 777777 7777777 789456 789456123
  87654321 888888 88888888 963852741 987654 987654321 9876543210 999999 999999999 a123456 a1234567
  a12345678 a123456789 a1b2c3 a1b2c3d4 aa123456 aa12345678 aaaaaa aaaaaaaa abc123 abc1234 abc12345
  abc123456 abcd1234 abcd1234! abcde abcdef abcdefg abcdefgh access access14 account admin admin1
  admin123 admin1234 admin@123 administrator alexander amanda amazon america andrea andrew angel
  angela angels anthony apple arsenal asdasd asdf asdf1234 asdfasdf asdfgh asdfghjk asdfghjkl
  ashley austin azerty azertyuiop babygirl bailey banana barcelona baseball basketball batman
  beautiful benjamin bigdaddy biteme blink182 bonnie brandon butterfly changeme changeme1
  changeme123 charlie cheese chelsea chicken chocolate chris computer cookie corvette dallas
  daniel danielle default dolphin donald dragon dragon1 elizabeth eminem estrella falcon family
  ferrari flower football football1 forever forever1 freedom friends gandalf george gfhjkm ginger
  girls google guest hannah harley heaven hello hello1 hello123 hockey hottie hunter hunter2
  iceman iloveu iloveyou iloveyou1 iloveyou2 internet jasmine jennifer jessica jesus jordan
  jordan23 joshua justin killer kitten klaster lakers lauren letmein letmein! letmein1 liverpool
  login london lovely loveme loveme1 lovers loveyou maggie manchester marina martin master matrix
  matthew maverick melissa mercedes merlin michael michelle michelle1 mickey midnight minecraft
  monday money monkey monkey1 monster morgan mustang mynoob myspace1 naruto natasha newpassword
  nicole ninja nintendo nothing oliver orange p@ssw0rd p@ssw0rd! p@ssw0rd1 p@ssword p@ssword1
  pa$$w0rd pa$$word pass pass123 pass1234 pass@123 passw0rd passw0rd! passw0rd1 password password!
  password!1 password1 password1! password12 password123 password123! password1234 password2
  password3 password@1 password@123 patrick peanut pepper phoenix pokemon pookie porsche princess
  princess1 purple q1w2e3 q1w2e3r4 q1w2e3r4t5 qazwsx qazwsxedc qwe123 qweasd qweasdzxc qweqwe
  qwer1234 qwert qwerty qwerty! qwerty1 qwerty1! qwerty12 qwerty123 qwerty123! qwerty1234 qwertyui
  qwertyuiop rainbow ranger rangers robert rockyou root samantha samsung scooter secret secret1
  secret123 security shadow shadow1 silver slipknot snoopy soccer soccer1 softball sophie
  spiderman starwars steelers sterling summer summer1 sunshine sunshine1 superman superstar
  swordfish taylor teacher tennis test test1 test123 test1234 test1234! testing thomas thunder
  tigger tigger1 tinkerbell trustno1 twilight user user1234 vanessa vfhbyf victoria warcraft
  welcome welcome1 welcome1! welcome123 welcome123! welcome@123 whatever william winner winter
  wordpress xbox360 yamaha yankees yellow yourmom zaq12wsx zaq1@wsx zaq1zaq1 zxcvbn zxcvbnm
  zxcvbnm1
  `
    .trim()
    .split(/\s+/),
);
