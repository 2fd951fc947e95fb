<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
    <context>
        <name>FindingWords</name>
        <message numerus="yes">
            <source>%n photo(s) can't be read</source>
            <translation>
                <numerusform>%n photo can't be read</numerusform>
                <numerusform>%n photos can't be read</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) under two kinds</source>
            <translation>
                <numerusform>%n picture under two kinds</numerusform>
                <numerusform>%n pictures under two kinds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) on both sides of the split</source>
            <translation>
                <numerusform>%n picture on both sides of the split</numerusform>
                <numerusform>%n pictures on both sides of the split</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n clash(es) of names</source>
            <translation>
                <numerusform>%n clash of names</numerusform>
                <numerusform>%n clashes of names</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) there more than once</source>
            <translation>
                <numerusform>%n file there more than once</numerusform>
                <numerusform>%n files there more than once</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) in several files</source>
            <translation>
                <numerusform>%n picture in several files</numerusform>
                <numerusform>%n pictures in several files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tiny photo(s)</source>
            <translation>
                <numerusform>%n tiny photo</numerusform>
                <numerusform>%n tiny photos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) unlike their kind</source>
            <translation>
                <numerusform>%n photo unlike its kind</numerusform>
                <numerusform>%n photos unlike their kind</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower</name>
        <message numerus="yes">
            <source>%n kind(s) have fewer than %1 photos to learn from (%2).</source>
            <translation>
                <numerusform>%n kind has fewer than %1 photos to learn from (%2).</numerusform>
                <numerusform>%n kinds have fewer than %1 photos to learn from (%2).</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::AnswerCorrections</name>
        <message numerus="yes">
            <source>take back the correction of %n photo(s)</source>
            <translation>
                <numerusform>take back the correction of one photo</numerusform>
                <numerusform>take back the correction of %n photos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>correct %n photo(s) to %1</source>
            <translation>
                <numerusform>correct one photo to %1</numerusform>
                <numerusform>correct %n photos to %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::AnswerDesk</name>
        <message numerus="yes">
            <source>%n photo(s)</source>
            <translation>
                <numerusform>%n photo</numerusform>
                <numerusform>%n photos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::CheckTab</name>
        <message numerus="yes">
            <source>%n photo(s) were checked: there is nothing to put right.</source>
            <translation>
                <numerusform>%n photo was checked: there is nothing to put right.</numerusform>
                <numerusform>%n photos were checked: there is nothing to put right.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Leave out for all (%n photo(s))</source>
            <translation>
                <numerusform>Leave out for all (%n photo)</numerusform>
                <numerusform>Leave out for all (%n photos)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::ChoosePhotosPage</name>
        <message numerus="yes">
            <source>You can go on with the other %Ln photo(s), or find these first.</source>
            <translation>
                <numerusform>You can go on with the other photo, or find these first.</numerusform>
                <numerusform>You can go on with the other %Ln photos, or find these first.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::ClassifyPage</name>
        <message numerus="yes">
            <source>The answers to %n photo(s) were saved to %1.</source>
            <translation>
                <numerusform>The answer to one photo was saved to %1.</numerusform>
                <numerusform>The answers to %n photos were saved to %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::CopyPanel</name>
        <message numerus="yes">
            <source>Copying %n photo(s) into folders…</source>
            <translation>
                <numerusform>Copying one photo into a folder…</numerusform>
                <numerusform>Copying %n photos into folders…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) were copied to %1 (folders: %2).</source>
            <translation>
                <numerusform>One photo was copied to %1 (folders: %2).</numerusform>
                <numerusform>%n photos were copied to %1 (folders: %2).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them got a number, because their names were taken.</source>
            <translation>
                <numerusform>One of them got a number, because its name was taken.</numerusform>
                <numerusform>%n of them got a number, because their names were taken.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s) couldn't be copied. The first one is %1: %2</source>
            <translation>
                <numerusform>One photo couldn't be copied: %1: %2</numerusform>
                <numerusform>%n photos couldn't be copied. The first one is %1: %2</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::DataCheck</name>
        <message numerus="yes">
            <source>leave out %n photo(s)</source>
            <translation>
                <numerusform>leave out %n photo</numerusform>
                <numerusform>leave out %n photos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>put %n photo(s) under %1</source>
            <translation>
                <numerusform>put %n photo under %1</numerusform>
                <numerusform>put %n photos under %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::EarlierAnswers</name>
        <message numerus="yes">
            <source>%Ln answer(s) are of a model that was open earlier.</source>
            <translation>
                <numerusform>%Ln answer is of a model that was open earlier.</numerusform>
                <numerusform>%Ln answers are of a model that was open earlier.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::FindPhotosDialog</name>
        <message numerus="yes">
            <source>Take the %Ln photo(s) that only have the right name, too</source>
            <translation>
                <numerusform>Take the %Ln photo that only has the right name, too</numerusform>
                <numerusform>Take the %Ln photos that only have the right name, too</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln of %1 photo(s) of “%2” are not where they were:</source>
            <translation>
                <numerusform>%Ln of %1 photos of “%2” is not where it was:</numerusform>
                <numerusform>%Ln of %1 photos of “%2” are not where they were:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::FoundPage</name>
        <message numerus="yes">
            <source>%n photo(s) can't be used. The first: %1 (%2)</source>
            <translation>
                <numerusform>One photo can't be used: %1 (%2)</numerusform>
                <numerusform>%n photos can't be used. The first: %1 (%2)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::GroupAnswer</name>
        <message numerus="yes">
            <source>%Ln photo(s) chosen</source>
            <translation>
                <numerusform>One photo chosen</numerusform>
                <numerusform>%Ln photos chosen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::HandOnDialog</name>
        <message numerus="yes">
            <source>What was decided about %n photo(s) in review goes in as well.</source>
            <translation>
                <numerusform>What was decided about %n photo in review goes in as well.</numerusform>
                <numerusform>What was decided about %n photos in review goes in as well.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln photo(s)</source>
            <translation>
                <numerusform>%Ln photo</numerusform>
                <numerusform>%Ln photos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln photo(s), %1</source>
            <translation>
                <numerusform>%Ln photo, %1</numerusform>
                <numerusform>%Ln photos, %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Only a list of the %Ln photo(s) goes in: who has them can put them back.</source>
            <translation>
                <numerusform>Only a list of the %Ln photo goes in: who has it can put it back.</numerusform>
                <numerusform>Only a list of the %Ln photos goes in: who has them can put them back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln of them can't be found; the ZIP will name them.</source>
            <translation>
                <numerusform>%Ln of them can't be found; the ZIP will name it.</numerusform>
                <numerusform>%Ln of them can't be found; the ZIP will name them.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln that could not be used when the photos were opened don't go in.</source>
            <translation>
                <numerusform>%Ln that could not be used when the photos were opened doesn't go in.</numerusform>
                <numerusform>%Ln that could not be used when the photos were opened don't go in.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::KindLegendModel</name>
        <message numerus="yes">
            <source>%1: %Ln photo(s) on the map</source>
            <translation>
                <numerusform>%1: %Ln photo on the map</numerusform>
                <numerusform>%1: %Ln photos on the map</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::MapTab</name>
        <message numerus="yes">
            <source>%Ln photo(s) can't be read and are not on the map. Were they moved or deleted?</source>
            <translation>
                <numerusform>%Ln photo can't be read and is not on the map. Was it moved or deleted?</numerusform>
                <numerusform>%Ln photos can't be read and are not on the map. Were they moved or deleted?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The network looks at these %Ln photo(s) once more, and what it sees gives each a place on a map: photos that look alike to it lie side by side.</source>
            <translation>
                <numerusform>The network looks at this photo once more, and what it sees gives it a place on a map: photos that look alike to it lie side by side.</numerusform>
                <numerusform>The network looks at these %Ln photos once more, and what it sees gives each a place on a map: photos that look alike to it lie side by side.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::MovedPhotosBar</name>
        <message numerus="yes">
            <source>%Ln of %1 photo(s) of “%2” are not where they were. If they were moved, the program can find them again.</source>
            <translation>
                <numerusform>%Ln of %1 photos of “%2” is not where it was. If it was moved, the program can find it again.</numerusform>
                <numerusform>%Ln of %1 photos of “%2” are not where they were. If they were moved, the program can find them again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln of %1 photo(s) that the run with “%2” learns from are not where they were. Find them, so that it ends as it would have undisturbed.</source>
            <translation>
                <numerusform>%Ln of %1 photos that the run with “%2” learns from is not where it was. Find it, so that it ends as it would have undisturbed.</numerusform>
                <numerusform>%Ln of %1 photos that the run with “%2” learns from are not where they were. Find them, so that it ends as it would have undisturbed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::OpenProjectDialog</name>
        <message numerus="yes">
            <source>%Ln photo(s) of %1 kinds</source>
            <translation>
                <numerusform>%Ln photo of %1 kinds</numerusform>
                <numerusform>%Ln photos of %1 kinds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln of the photos are not in it.</source>
            <translation>
                <numerusform>%Ln of the photos is not in it.</numerusform>
                <numerusform>%Ln of the photos are not in it.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln run(s)</source>
            <translation>
                <numerusform>%Ln run</numerusform>
                <numerusform>%Ln runs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln run(s), the best one %1 right on test photos</source>
            <translation>
                <numerusform>%Ln run, %1 right on test photos</numerusform>
                <numerusform>%Ln runs, the best one %1 right on test photos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>What was decided about %Ln photo(s) in review</source>
            <translation>
                <numerusform>What was decided about %Ln photo in review</numerusform>
                <numerusform>What was decided about %Ln photos in review</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::PhotoReview</name>
        <message numerus="yes">
            <source>drop %n change(s)</source>
            <translation>
                <numerusform>drop %n change</numerusform>
                <numerusform>drop %n changes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::PhotoStack</name>
        <message numerus="yes">
            <source>%1: %Ln photo(s)</source>
            <translation>
                <numerusform>%1: %Ln photo</numerusform>
                <numerusform>%1: %Ln photos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln photo(s) can't be read. Were they moved or deleted?</source>
            <translation>
                <numerusform>%Ln photo can't be read. Was it moved or deleted?</numerusform>
                <numerusform>%Ln photos can't be read. Were they moved or deleted?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::ProjectBar</name>
        <message numerus="yes">
            <source>%Ln photo(s)</source>
            <translation>
                <numerusform>%Ln photo</numerusform>
                <numerusform>%Ln photos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln run(s)</source>
            <translation>
                <numerusform>%Ln run</numerusform>
                <numerusform>%Ln runs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln photo(s) couldn't be found and are named in it; the first one is %1.</source>
            <translation>
                <numerusform>%Ln photo couldn't be found and is named in it: %1.</numerusform>
                <numerusform>%Ln photos couldn't be found and are named in it; the first one is %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln decision(s) from the review</source>
            <translation>
                <numerusform>%Ln decision from the review</numerusform>
                <numerusform>%Ln decisions from the review</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln photo(s) of its list weren't in the ZIP.</source>
            <translation>
                <numerusform>%Ln photo of its list wasn't in the ZIP.</numerusform>
                <numerusform>%Ln photos of its list weren't in the ZIP.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::ReliabilityChart</name>
        <message numerus="yes">
            <source>%1: %Ln photo(s), %2 right (95 % interval %3 to %4)</source>
            <translation>
                <numerusform>%1: %Ln photo, %2 right (95 % interval %3 to %4)</numerusform>
                <numerusform>%1: %Ln photos, %2 right (95 % interval %3 to %4)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::ResultsPage</name>
        <message numerus="yes">
            <source>%n run(s)</source>
            <translation>
                <numerusform>%n run</numerusform>
                <numerusform>%n runs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln test photo(s)</source>
            <translation>
                <numerusform>%Ln test photo</numerusform>
                <numerusform>%Ln test photos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln validation photo(s)</source>
            <translation>
                <numerusform>%Ln validation photo</numerusform>
                <numerusform>%Ln validation photos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::ReviewNote</name>
        <message numerus="yes">
            <source>%n photo(s) changed in review: %1 with another kind, %2 left out.</source>
            <translation>
                <numerusform>%n photo changed in review: %1 with another kind, %2 left out.</numerusform>
                <numerusform>%n photos changed in review: %1 with another kind, %2 left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them are test photos: a new test number can't be compared with one from before.</source>
            <translation>
                <numerusform>%n of them is a test photo: a new test number can't be compared with one from before.</numerusform>
                <numerusform>%n of them are test photos: a new test number can't be compared with one from before.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n mark(s) fit no photo or no kind here and are kept.</source>
            <translation>
                <numerusform>%n mark fits no photo or no kind here and is kept.</numerusform>
                <numerusform>%n marks fit no photo or no kind here and are kept.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::ReviewTab</name>
        <message numerus="yes">
            <source>relabel %n photo(s) as %1</source>
            <translation>
                <numerusform>relabel %n photo as %1</numerusform>
                <numerusform>relabel %n photos as %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>relabel %n photo(s) as answered</source>
            <translation>
                <numerusform>relabel %n photo as answered</numerusform>
                <numerusform>relabel %n photos as answered</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>leave out %n photo(s)</source>
            <translation>
                <numerusform>leave out %n photo</numerusform>
                <numerusform>leave out %n photos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>keep %n photo(s) as they are</source>
            <translation>
                <numerusform>keep %n photo as it is</numerusform>
                <numerusform>keep %n photos as they are</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the changed photos are test photos: the new test number can't be compared with the old one.</source>
            <translation>
                <numerusform>%n of the changed photos is a test photo: the new test number can't be compared with the old one.</numerusform>
                <numerusform>%n of the changed photos are test photos: the new test number can't be compared with the old one.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Leave out %n photo(s) (X)</source>
            <translation>
                <numerusform>Leave out %n photo (X)</numerusform>
                <numerusform>Leave out %n photos (X)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Keep %n photo(s) (K)</source>
            <translation>
                <numerusform>Keep %n photo (K)</numerusform>
                <numerusform>Keep %n photos (K)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s)</source>
            <translation>
                <numerusform>%n photo</numerusform>
                <numerusform>%n photos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::TrainPage</name>
        <message numerus="yes">
            <source>%n photo(s) can't be read and were left out. The first: %1 (%2)</source>
            <translation>
                <numerusform>One photo can't be read and was left out: %1 (%2)</numerusform>
                <numerusform>%n photos can't be read and were left out. The first: %1 (%2)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source> · %n changed in review</source>
            <translation>
                <numerusform> · %n changed in review</numerusform>
                <numerusform> · %n changed in review</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::TrainingExamples</name>
        <message numerus="yes">
            <source>%n training photo(s) of %1</source>
            <translation>
                <numerusform>One training photo of %1</numerusform>
                <numerusform>%n training photos of %1</numerusform>
            </translation>
        </message>
    </context>
</TS>
