/**
 * Words that people build passwords of, without tones and in small letters. A password that is one of them, or one of
 * them with digits and signs around it, is refused.
 */
const WORDS = `
abc abcd abcde abcdef abcdefgh abcdefghijkl access account adidas admin administrator adobe alexander alexis amanda
amateur andrea andrew angel angela anhyeuem anhnhoem anthony apple arsenal asdf asdfasdf asdfg asdfgh asdfghjkl
asdfghjklzxc asshole august austin azerty azertyuiop bacninh badboy bailey banana barcelona baseball batman beautiful
biteme blahblah bonjour boomer boston brandon bubbles buster butterfly calvin camaro canada canthoicity cantho
changeme changemenow charles charlie cheese chelsea chicken chocolate chouchou chuyen cocacola coffee computer
congthongtin conmeo cookie corvette cowboy creative dakota dallas danang daniel david december default diamond
dinosaur doctor doraemon dragon dragonball eagle easter einstein elephant emyeuanh england eminem family facebook
february ferrari fishing florida flower flowers football forever france freedom friend friends fuckyou gateway
george giadinh ginger girls gmail goldfish google gundam guitar hahaha haiphong hanoi hannah happy happybirthday
harley hello helloworld hello123 hoangtu hockey hochiminh hongkong hoahong hunter iloveu iloveyou iloveyouforever
internet isabelle jackson january jasmine jennifer jessica jesus jordan joseph joshua july june junior justin
khongbiet khongco khongcomatkhau killer kimcuong kingkong ladybug laptop letmein letmeinnow liberty linkedin liverpool
login lovely loveme loveyou loveyouforever lucky madison maggie manchester manchesterunited marcel march marina
martin master matkhau matkhaucuatoi matkhaumoi matkhaumanh matthew maverick mercedes merlin meyeu michael michelle
microsoft minecraft minhyeu mobile monday money monkey monster montreal motdepasse mustang naruto newpassword
nguyen nicolas nicole nintendo november nothing october oliver onepiece orange p4ssw0rd pa55word pakistan panda
pass passe passw passwd password passwordpassword passworld patrick peanut pepper phamthi phoenix photoshop pikachu
player please pokemon police porsche power prince princess private purple qazwsx qazwsxedc qazwsxedcrfv qq qwer
qwerasdf qwert qwerty qwertyqwerty qwertyui qwertyuiop qwertyuiopas qwertz qwertzuiop rabbit rachel ranger realmadrid
robert rock root ronaldo sadmin saigon samsung samantha saturday scorpion secret secretpassword security sesame
september shadow silver sinhvien snoopy soccer soleil something sophie spiderman starwars steven student suckit
summer sunday sunflower sunshine superman support supreme system taikhoan teacher temp temporary tennis test
testing testtest thaibinh thanhpho thankyou thomas thanhcong thunder tieuhoc tigger tinhyeu toilatoi toiyeuem
toiyeuvietnam toyota trangchu tranvan trieu trustno trustnoone truonghoc tuanlinh tuesday user username vananh
vietnam vietnamvodich vietnamese victoria viettel vinaphone vodich voyage welcome welcometovietnam whatever william
windows winter wizard xinchao xinchaovietnam yamaha yankees yellow yeuem yeuanh zalo zaq zaqxsw zxcvbn zxcvbnm
zxcvbnmasdf
`;

/** What the portal itself puts into people's heads. */
const PORTAL_WORDS = `
bagian banha bannha caba congbanha congsangkien cong doanhnghiep doimoi doimoisangtao duan duanbanha giamsat ketqua
khoahoc khoahoccongnghe luatkhoahoc mattran nghiquyet nha nhanuoc nhatruong nq nqtw portal initiative initiatives
partnership partnerships result results sangkien sangtao state school enterprise threehouses troismaisons innovation
`;

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}

export const COMMON_WORDS = words(WORDS);
export const PORTAL_NAMES = words(PORTAL_WORDS);

/** Rows of keyboards and alphabets: a password that only walks along one of them is refused. */
export const WALKS = [
  "0123456789012345678901234567890",
  "9876543210987654321098765432109",
  "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  "1234567890qwertyuiopasdfghjklzxcvbnm",
  "1q2w3e4r5t6y7u8i9o0p",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "qazwsxedcrfvtgbyhnujmikolp",
  "zxcvbnmasdfghjklqwertyuiop",
] as const;
